package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Scene.customer;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each channel needs an address of its own; where it has none a person sees what is held. */
class ReachTest {
  @Test
  void aCallNeedsANumber() {
    assertHeld(Channel.CALL, with("a@b.example", null, null));
    assertHeld(Channel.CALL, with("a@b.example", " ", null));
  }

  @Test
  void aLetterNeedsMoreThanACountry() {
    assertHeld(Channel.LETTER, with("a@b.example", "+31", new Address(null, null, null, "NL")));
    assertHeld(Channel.LETTER, with("a@b.example", "+31", new Address("", " ", null, "NL")));
  }

  @Test
  void aPlaceOrAPostalCodeIsEnoughForALetter() {
    assertDue(Channel.LETTER, with(null, null, new Address(null, null, "Gent", null)));
    assertDue(Channel.LETTER, with(null, null, new Address(null, "1012JS", null, "NL")));
  }

  @Test
  void aTextNeedsAMobileNumber() {
    assertHeld(Channel.TEXT, with("a@b.example", null, null));
    assertHeld(Channel.TEXT, with("a@b.example", "+31201234567", null));
    assertDue(Channel.TEXT, with(null, "+31612345678", null));
  }

  @Test
  void aNumberOfATextIsDialledInTheCustomersCountryElseInTheCompanys() {
    assertDue(Channel.TEXT, with(null, "06 12345678", null));
    assertDue(Channel.TEXT, with(null, "0470 123456", new Address(null, null, null, "BE")));
    assertHeld(Channel.TEXT, with(null, "0470 123456", null));
  }

  @Test
  void handingOverNeedsNone() {
    assertDue(Channel.HANDOVER, with(null, null, null));
  }

  private static void assertHeld(Channel channel, Customer customer) {
    assertThat(actions(channel, customer))
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.state()).isEqualTo(ActionState.HELD);
              assertThat(action.holds())
                  .extracting(Hold::reason)
                  .containsExactly(HoldReason.NO_ADDRESS);
            });
  }

  private static void assertDue(Channel channel, Customer customer) {
    assertThat(actions(channel, customer))
        .extracting(Action::state)
        .containsExactly(ActionState.DUE);
  }

  private static List<Action> actions(Channel channel, Customer customer) {
    boolean written = channel == Channel.LETTER || channel == Channel.TEXT;
    String template = written ? ", template: t" : "";
    Scene scene =
        Scene.with(Plans.steps("id: a, due: \"+5d\", channel: " + channel + template))
            .open("i", "c-1", "2026-12-01", "EUR 100");
    scene.customers.set(0, customer);
    return scene.on("2026-12-06");
  }

  private static Customer with(
      @Nullable String email, @Nullable String phone, @Nullable Address address) {
    Customer like = customer("c-1");
    return new Customer(
        like.id(),
        like.number(),
        like.name(),
        email,
        phone,
        address,
        like.language(),
        like.vatNumber(),
        like.registrationNumber(),
        like.ibans(),
        like.consumer(),
        like.segments(),
        like.plan(),
        like.paymentTermDays(),
        like.source());
  }
}
