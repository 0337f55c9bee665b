namespace CreditKit.Catalog;

/// <summary>公开属性 of an item; the publish gate reads it.</summary>
public enum Openness
{
    /// <summary>主动公开 (社会公开).</summary>
    Open = 1,

    /// <summary>依申请公开 (授权查询): not on the column.</summary>
    OnRequest = 2,

    /// <summary>不公开.</summary>
    Closed = 3,
}
