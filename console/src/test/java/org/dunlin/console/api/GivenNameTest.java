package org.dunlin.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenNameTest {
  @Test
  void theNameIsThatOfTheAddressAsPeopleReadIt() {
    assertThat(GivenName.in("name=a%20b+c.xml")).hasValue("a b c.xml");
    assertThat(GivenName.in("x=1&name=%C3%A9.pdf&name=second")).hasValue("é.pdf");
  }

  @Test
  void whatIsNoNameIsNone() {
    for (String query :
        new String[] {
          null, "", "name", "name=", "name=%20", "name=%ZZ", "n=a", "name=" + "x".repeat(201)
        }) {
      assertThat(GivenName.in(query)).as(query).isEmpty();
    }
  }
}
