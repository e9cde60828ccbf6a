-- Who did what, one line of JSON each. A line names the SHA-256 of the line before it; the seal is a
-- keyed hash under the server's secret, so that whoever owns the database can't forge a whole chain.
CREATE TABLE audit_entry (
  number bigint PRIMARY KEY CHECK (number > 0),
  line   text   NOT NULL,
  seal   bytea  NOT NULL
);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to';
END
$$;

CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
