-- Whom an outside OpenID Connect provider vouches for. The account has no password here, and its
-- grants are what the provider last said.
CREATE TABLE outside_account (
  issuer  text NOT NULL,
  subject text NOT NULL,
  account uuid NOT NULL UNIQUE REFERENCES account ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject)
);
