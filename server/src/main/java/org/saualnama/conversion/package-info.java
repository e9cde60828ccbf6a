/** Questionnaires written elsewhere, brought in as drafts with a report of what was lost. */
package org.saualnama.conversion;
