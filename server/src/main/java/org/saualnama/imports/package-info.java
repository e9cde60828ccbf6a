/** Interviews from elsewhere: files read row by row, checked, sealed, and taken in whole. */
package org.saualnama.imports;
