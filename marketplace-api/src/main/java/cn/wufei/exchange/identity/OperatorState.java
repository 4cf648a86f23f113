package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.BootstrapState;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;

/// Remembers that there is an operator once it has seen one: there is always one from then on.
@Singleton
class OperatorState implements BootstrapState {

  private final MemberRepository members;
  private volatile boolean isBootstrapped;

  OperatorState(MemberRepository members) {
    this.members = members;
  }

  @Override
  public boolean isBootstrapped() {
    if (!isBootstrapped) {
      isBootstrapped = members.existsByRole(Role.OPERATOR.code());
    }
    return isBootstrapped;
  }
}
