/** Whether a node lives, and whether it is fit to be asked; for balancers and supervisors. */
package org.saualnama.health;
