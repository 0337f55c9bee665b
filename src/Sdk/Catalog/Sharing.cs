namespace CreditKit.Catalog;

/// <summary>共享属性 of an item.</summary>
public enum Sharing
{
    /// <summary>无条件共享 (政务共享).</summary>
    Unconditional = 1,

    /// <summary>有条件共享 (授权查询).</summary>
    Conditional = 2,

    /// <summary>不予共享: no channel carries it.</summary>
    None = 3,
}
