/** What authors do to surveys: drafts, publishing, pausing, closing, and what is told of one. */
package org.saualnama.authoring;
