-- How many came to which place of a version's form while a release was waited for. Written once that
-- release is out, and only for places that everybody comes to, so that no count follows from answers.
-- No time, no order, nothing of one person.
CREATE TABLE break_off (
  survey  text    NOT NULL,
  release integer NOT NULL,
  version integer NOT NULL,
  place   integer NOT NULL CHECK (place >= 0), -- of pages from 0 on, then: all is ready, it is sent
  reached bigint  NOT NULL CHECK (reached > 0),
  PRIMARY KEY (survey, release, version, place),
  FOREIGN KEY (survey, release) REFERENCES release,
  FOREIGN KEY (survey, version) REFERENCES survey_version
);
