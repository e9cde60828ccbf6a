/** Accounts, sessions, tokens and keys: who somebody is, at either door. */
package org.saualnama.identity;
