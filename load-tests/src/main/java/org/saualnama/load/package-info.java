/** A small repeatable measurement of one node: submissions a second, and what a breakdown costs. */
package org.saualnama.load;
