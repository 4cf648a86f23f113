package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Id;

/// Which corrections a member can approve: those that others proposed to its organisation, and some
/// of those within it.
record Answerer(Id organisationId, Id memberId, OfOwn ofOwn) {

  /// Of those within the organisation.
  enum OfOwn {
    /// The member is no administrator.
    NONE,
    /// Another person has a part in what the member proposed.
    OF_OTHERS,
    /// There is nobody else.
    ALL
  }
}
