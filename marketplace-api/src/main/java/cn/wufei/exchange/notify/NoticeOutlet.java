package cn.wufei.exchange.notify;

/// A further way on which notices leave the exchange. It is told of each notice in the transaction
/// that writes it and may only write down, in that transaction, what is to be sent later.
public interface NoticeOutlet {

  void take(ToldNotice notice);
}
