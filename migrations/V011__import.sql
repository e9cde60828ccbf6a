-- Interviews from elsewhere, sealed like what lies in the ballot box, in a table of their own: a
-- release may take them and leave the box closed.
CREATE TABLE imported (
  survey text  NOT NULL,
  sealed bytea NOT NULL
);

-- Which files were taken in, for good: a keyed hash of the bytes with the survey and the collector,
-- so that a repeat counts nothing twice. No name of a file, no time, no answer.
CREATE TABLE import (
  import    bytea  PRIMARY KEY,
  survey    text   NOT NULL REFERENCES survey,
  collector text   NOT NULL,
  taken     bigint NOT NULL CHECK (taken > 0),
  refused   bigint NOT NULL CHECK (refused >= 0)
);

-- A release of imported interviews alone is no reason for the box to rest.
ALTER TABLE release ADD COLUMN opened_box boolean NOT NULL DEFAULT true;
