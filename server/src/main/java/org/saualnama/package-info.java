/** The whole house: everything is put together here by hand, and nowhere else. */
package org.saualnama;
