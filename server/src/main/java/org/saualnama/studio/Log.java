package org.saualnama.studio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.saualnama.audit.AuditLine;
import org.saualnama.audit.Verdict;

/**
 * A page of the audit log, newest first.
 *
 * @param survey of which; "" for all
 * @param older the number before which the next page begins
 * @param verdict on the chain, if it was asked for
 */
public record Log(
    Frame frame,
    List<AuditLine> lines,
    String survey,
    OptionalLong older,
    Optional<Verdict> verdict) {
  static final String TEMPLATE = "studio/log.jte";

  /** What was done, in the reader's language where there are words for it. */
  public String act(AuditLine line) {
    return frame.words().find("act." + line.act()).orElse(line.act());
  }
}
