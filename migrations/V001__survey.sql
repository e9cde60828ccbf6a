-- One row: which installation this database belongs to.
CREATE TABLE installation (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- Part of every ETag: a restored backup gets a new one, so that it can't reuse a release number
  -- for other bytes.
  epoch        uuid    NOT NULL DEFAULT gen_random_uuid(),
  -- Tells whether a node has the right secret, and nothing about the secret.
  secret_check bytea   NOT NULL,
  -- Holds synthetic answers only, for good.
  demo         boolean NOT NULL
);

CREATE TABLE survey (
  survey text PRIMARY KEY,
  closes timestamptz,
  -- open: takes submissions; closing: takes none, its last release is to be cut; closed: done.
  state  text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closing', 'closed'))
);

CREATE TABLE survey_version (
  survey     text    NOT NULL REFERENCES survey,
  version    integer NOT NULL CHECK (version > 0),
  definition text    NOT NULL,
  PRIMARY KEY (survey, version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what % holds is published and never changes', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON survey_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
