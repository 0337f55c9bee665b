using System.Collections.Concurrent;

namespace CreditKit.AspNetCore;

/// <summary>
/// What stands around every page and is the same on all of them: the agency, the tabs, the links of the footer. Made once
/// for a path base and a type size, a list of tabs once for each of them.
/// </summary>
internal sealed class SiteFrames(ShuangGongShiOptions options)
{
    // Path bases come with requests; a site has one or two.
    private const int Most = 64;

    private readonly ConcurrentDictionary<(string PathBase, bool LargeType), SiteFrame> _frames = new();

    /// <summary>The frame of a request's links.</summary>
    public SiteFrame Of(SiteUrls urls)
    {
        var key = (urls.PathBase, urls.LargeType);
        if (_frames.TryGetValue(key, out var frame)) return frame;
        frame = new SiteFrame(options, urls);
        if (_frames.Count < Most) _frames[key] = frame;
        return frame;
    }
}
