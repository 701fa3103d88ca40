package org.dunlin.console.login;

import org.dunlin.store.company.HubUser;
import org.dunlin.store.company.HubUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The hub's users as Spring Security wants them; it renews a hash made in an older way. */
final class HubLogins implements UserDetailsService, UserDetailsPasswordService {
  private final HubUsers users;

  HubLogins(HubUsers users) {
    this.users = users;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return users
        .find(name)
        .map(HubLogins::details)
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  /** Called after the right password only; one changed meanwhile stays as it was changed. */
  @Override
  public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
    String old = user.getPassword();
    if (hash == null || old == null || !users.renewHash(user.getUsername(), old, hash)) {
      return user;
    }
    return User.withUserDetails(user).password(hash).build();
  }

  private static UserDetails details(HubUser user) {
    return User.withUsername(user.name()).password(user.passwordHash()).roles(user.role()).build();
  }
}
