/** JSON as strict as a server for dangerous answers needs it. */
package org.saualnama.json;
