-- What somebody wants to find again at the workbench: which figures, never a figure.
CREATE TABLE saved_view (
  account uuid    NOT NULL REFERENCES account ON DELETE CASCADE,
  survey  text    NOT NULL,
  name    text    NOT NULL,
  query   text    NOT NULL, -- as the page's address has it
  exact   boolean NOT NULL, -- whether it looks through the exact door, which asks for a reason anyway
  PRIMARY KEY (account, survey, name)
);
