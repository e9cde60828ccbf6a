-- Optional: responses and their texts on the workers of a Citus, those of a survey together. GROWING.md
-- tells what for, and what of it was run.
--
--   psql -X -v ON_ERROR_STOP=1 -f citus.sql saualnama
--
-- on the coordinator, by the role that owns the schema, once, with no node running: after the first
-- `--migrate`, or after a restore, for a backup is restored as plain tables. Beforehand, as a superuser: the
-- extension in this database and on every worker, `citus_set_coordinator_host`, `citus_add_node`, and
-- `max_prepared_transactions` above 0 everywhere, without which a release is no single transaction.
--
-- All other tables stay on the coordinator: the intake (`submission`, `receipt`) is one statement there, and
-- `receipt` is unique for all surveys together.
BEGIN;

SELECT create_distributed_table('response', 'survey');
SELECT create_distributed_table('response_text', 'survey', colocate_with => 'response');

-- What was moved still lies on the coordinator, where nothing reads it any more.
SELECT truncate_local_data_after_distributing_table('response');
SELECT truncate_local_data_after_distributing_table('response_text');

COMMIT;
