/**
 * The questionnaire editor: small edits of a definition's tree, hints, and the pages around them.
 */
package org.saualnama.editor;
