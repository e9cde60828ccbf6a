/** What the pages say by themselves, in each language; a survey's words are in its definition. */
package org.saualnama.texts;
