-- PostgreSQL lets nobody lock a table against other writers who could not also change or delete its
-- rows, which the server's role can't. So the owner locks the audit log for whoever adds to it; the
-- lock is the one that servers of before take, for both run during an upgrade.
DO $do$
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION lock_audit() RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = %I, pg_temp AS $$
    BEGIN
      LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE;
    END
    $$
  $function$, current_schema());
END
$do$;

REVOKE ALL ON FUNCTION lock_audit() FROM PUBLIC;

-- Where the server's role may not sweep what a release has emptied (before PostgreSQL 17), the
-- database does so itself within a minute.
ALTER TABLE submission SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE imported SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
