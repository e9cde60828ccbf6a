/** Who may do what: roles, grants, and the rule that stands at every route. */
package org.saualnama.access;
