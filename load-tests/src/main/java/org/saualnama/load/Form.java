package org.saualnama.load;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Respondents who walk through all pages of the form, compressed as browsers ask for them. */
record Form(House house, Respondents respondents, Measuring measuring) {

  void run() throws IOException, TimeoutException {
    house.open(false);
    Walking walking = new Walking(respondents);
    Row.head();
    Findings most =
        measuring.most("respondents through the form, as fast as it answers", walking::next);
    measuring.at("respondents through the form", most.perSecond() * 0.7, walking::next);
    Row.of("pages a second at most", "%,.0f".formatted(most.requests() / most.seconds()));
  }
}
