/** Figures and their uncertainty, as pure functions of counts by profile. */
package org.saualnama.estimate;
