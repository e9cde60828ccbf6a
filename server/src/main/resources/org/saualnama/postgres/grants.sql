-- What the server's role may, table by table: what its statements need, and nothing else. It is
-- given anew after each migration; :server is the role.
DO $do$
DECLARE
  own regclass;
BEGIN
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO :server', current_database());
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO :server', current_schema());
  FOR own IN
    SELECT oid FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
      AND relowner = current_user::regrole
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM :server', own);
  END LOOP;
END
$do$;

GRANT SELECT ON flyway_schema_history TO :server;
GRANT SELECT, INSERT ON installation TO :server;

-- Only ever added to.
GRANT SELECT, INSERT ON audit_entry TO :server;
GRANT EXECUTE ON FUNCTION lock_audit() TO :server;

-- Who has been counted, for good.
GRANT SELECT, INSERT ON receipt, import TO :server;

-- The box is filled, and emptied by a release.
GRANT SELECT, INSERT, DELETE ON submission, imported TO :server;

-- Released for good; texts and what could not be opened are not even read.
GRANT SELECT, INSERT ON response, profile, tally, release, release_weighting, published_figure,
  erratum TO :server;
GRANT INSERT ON response_text, set_aside TO :server;
-- How many, for their survey's authors.
GRANT SELECT (survey) ON set_aside TO :server;

GRANT SELECT, INSERT ON survey, survey_version TO :server;
GRANT UPDATE (state, closes) ON survey TO :server;

-- Counts that are added to.
GRANT SELECT, INSERT, UPDATE ON refused, break_off, failed_sign_in TO :server;

-- What authors and readers write for themselves.
GRANT SELECT, INSERT, UPDATE ON draft TO :server;
GRANT SELECT, INSERT, DELETE ON draft_revision, test_submission TO :server;
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO :server;

-- Who may enter. What belongs to an account goes with it.
GRANT SELECT, INSERT, UPDATE, DELETE ON account, signing_key, session TO :server;
GRANT SELECT, INSERT, DELETE ON account_grant, set_up_link TO :server;
GRANT SELECT, INSERT, UPDATE ON refresh_token, api_key TO :server;
GRANT SELECT, INSERT ON outside_account TO :server;

-- To sweep the emptied box, where PostgreSQL can let somebody do that alone.
DO $do$
BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE 'GRANT MAINTAIN ON submission, imported TO :server';
  END IF;
END
$do$;
