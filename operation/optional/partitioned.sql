-- Optional: a partition of `response` and of `response_text` for each survey. GROWING.md tells what for.
--
--   psql -X -v ON_ERROR_STOP=1 -f partitioned.sql saualnama
--
-- by the role that owns the schema, once: before the first response, or later, when it moves what is there.
-- Servers may run. They go on taking submissions and wait with releases and microdata till it is done. A
-- backup is restored as the plain tables; run this again then. What it moves needs its room twice meanwhile.
BEGIN;

DO $$
BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = 'response'::regclass) = 'p' THEN
    RAISE EXCEPTION 'response is partitioned already';
  END IF;
END
$$;

-- In the order in which a release comes to them, so that neither waits for the other.
LOCK TABLE response, response_text IN ACCESS EXCLUSIVE MODE;
LOCK TABLE survey IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE response RENAME TO response_before;
ALTER TABLE response_text RENAME TO response_text_before;
CREATE TABLE response (LIKE response_before INCLUDING ALL) PARTITION BY LIST (survey);
CREATE TABLE response_text (LIKE response_text_before INCLUDING ALL) PARTITION BY LIST (survey);

-- The server's role gets the same rights as before, and none to a partition.
DO $$
DECLARE
  given record;
BEGIN
  FOR given IN
    SELECT relname, privilege_type, grantee::regrole AS grantee
    FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
    WHERE oid IN ('response_before'::regclass, 'response_text_before'::regclass)
      AND grantee <> relowner
  LOOP
    EXECUTE format('GRANT %s ON %I TO %s', given.privilege_type,
      replace(given.relname, '_before', ''), given.grantee);
  END LOOP;
END
$$;

-- Attached to the table, and not made as a part of it: that would wait for a release.
CREATE FUNCTION give_partitions(survey text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  whole text;
  part text;
BEGIN
  FOREACH whole IN ARRAY ARRAY['response', 'response_text'] LOOP
    part := whole || '_of_' || survey;
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, whole);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES IN (%L)', whole, part, survey);
  END LOOP;
END
$$;

-- A survey that is published from now on gets its own by the owner's rights: the server's role can make
-- no table.
DO $do$
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION partition_new_survey() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = %I, pg_temp AS $$
    BEGIN
      PERFORM give_partitions(NEW.survey);
      RETURN NULL;
    END
    $$
  $function$, current_schema());
END
$do$;

REVOKE ALL ON FUNCTION give_partitions(text), partition_new_survey() FROM PUBLIC;

CREATE TRIGGER partitioned AFTER INSERT ON survey
  FOR EACH ROW EXECUTE FUNCTION partition_new_survey();

SELECT count(give_partitions(survey)::text) AS surveys FROM survey;

INSERT INTO response SELECT * FROM response_before;
INSERT INTO response_text SELECT * FROM response_text_before;
DROP TABLE response_before, response_text_before;
ANALYZE response, response_text;

COMMIT;
