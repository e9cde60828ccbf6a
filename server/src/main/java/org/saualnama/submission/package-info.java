/** Taking part: checking a submission, sealing it, and the ballot box it waits in. */
package org.saualnama.submission;
