-- Both tables are written once per submission and never joined to survey row by row: the statement
-- that fills them locks the survey first, so a foreign key would only check the same thing again,
-- thousands of times a second.

-- Who has been counted: a keyed hash of the client's id, for good. No time, no number, no answer.
CREATE TABLE receipt (
  receipt text COLLATE "C" PRIMARY KEY,
  survey  text NOT NULL
);

-- The ballot box: sealed under the server's secret, each blob padded to whole blocks.
CREATE TABLE submission (
  survey text  NOT NULL,
  sealed bytea NOT NULL
);
