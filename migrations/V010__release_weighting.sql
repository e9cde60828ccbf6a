-- The weights of a release: by collector and scheme, one for each of the collector's profiles that
-- has a tally as of the release, in ascending order of their numbers.
CREATE TABLE release_weighting (
  survey    text               NOT NULL,
  release   integer            NOT NULL,
  collector text               NOT NULL,
  scheme    text               NOT NULL,
  weights   double precision[],         -- null where no weights meet the margins
  report    jsonb              NOT NULL, -- exact; or why there are no weights
  PRIMARY KEY (survey, release, collector, scheme),
  FOREIGN KEY (survey, release) REFERENCES release
);

CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON release_weighting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
