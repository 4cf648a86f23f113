package cn.wufei.exchange.http;

/// Whether there is an operator. Implemented where members are.
public interface BootstrapState {

  boolean isBootstrapped();
}
