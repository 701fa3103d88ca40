package org.dunlin.console.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Right;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

class RolesTest {
  @Test
  void anAdministratorMayDoEverything() {
    assertThat(Role.ADMIN.rights()).isEqualTo(EnumSet.allOf(Right.class));
  }

  @Test
  void aControllerDecidesAndChangesPlansButSeesNoRawContentAndConnectsNothing() {
    assertThat(Role.CONTROLLER.rights())
        .containsExactlyInAnyOrder(
            Right.SEE,
            Right.UPLOAD,
            Right.DECIDE,
            Right.AGREE,
            Right.PLAN,
            Right.COLLECT,
            Right.EXPORT);
  }

  @Test
  void aSupporterSeesRawContentAndRunsTheTrafficButDecidesNothing() {
    assertThat(Role.SUPPORTER.rights())
        .containsExactlyInAnyOrder(Right.SEE, Right.SEE_RAW, Right.UPLOAD, Right.OPERATE);
  }

  @Test
  void aViewerOnlyLooks() {
    assertThat(Role.VIEWER.rights()).containsExactly(Right.SEE);
  }

  @Test
  void noScopeOfATokenGivesRawContentOrLetsAnybodyIn() {
    for (Scope scope : Scope.values()) {
      assertThat(scope.rights()).doesNotContain(Right.SEE_RAW, Right.ADMINISTER);
    }
    assertThat(Scope.giving(Right.UPLOAD)).contains(Scope.DELIVER);
    assertThat(Scope.giving(Right.ADMINISTER)).isEmpty();
  }

  @Test
  void aRoleInOneCompanyIsNoneInAnother() {
    Permits permits = Permits.of(null, Map.of("acme", Role.ADMIN));
    assertThat(permits.may(Right.CONNECT, "acme")).isTrue();
    assertThat(permits.knows("beta")).isFalse();
    assertThat(permits.may(Right.SEE, "beta")).isFalse();
    assertThat(permits.mayEverywhere(Right.SEE)).isFalse();
    assertThat(permits.maySomewhere(Right.ADMINISTER)).isTrue();
  }

  @Test
  void aRoleInOneCompanyIsAddedToThatInAllOfThem() {
    Permits permits = Permits.of(Role.VIEWER, Map.of("acme", Role.SUPPORTER));
    assertThat(permits.may(Right.OPERATE, "acme")).isTrue();
    assertThat(permits.may(Right.OPERATE, "beta")).isFalse();
    assertThat(permits.may(Right.SEE, "beta")).isTrue();
    assertThat(permits.mayEverywhere(Right.OPERATE)).isFalse();
  }

  @Test
  void whoHasNoRoleMayNothing() {
    assertThat(Permits.of(null, Map.of()).knows("acme")).isFalse();
    assertThat(Permits.NONE.maySomewhere(Right.SEE)).isFalse();
    assertThat(Permits.NONE.everywhere()).isEqualTo(Set.of());
  }
}
