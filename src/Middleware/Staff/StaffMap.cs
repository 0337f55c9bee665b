using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Maps pages with the roles they ask for.</summary>
internal sealed class StaffMap(RouteGroupBuilder group, StaffSide side)
{
    private static readonly string[] s_reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] s_writes = [HttpMethods.Post];

    public StaffSide Side => side;

    public void Get(string pattern, StaffRole roles, Func<StaffCall, Task> handler) => Map(pattern, s_reads, new StaffEndpoint(roles, false), handler, null);

    /// <param name="pattern">Path.</param>
    /// <param name="roles">Any of these.</param>
    /// <param name="handler">Acts.</param>
    /// <param name="largest">Most bytes of the body; null: a form without files.</param>
    public void Post(string pattern, StaffRole roles, Func<StaffCall, Task> handler, long? largest = null) => Map(pattern, s_writes, new StaffEndpoint(roles, true), handler, largest);

    private void Map(string pattern, string[] methods, StaffEndpoint endpoint, Func<StaffCall, Task> handler, long? largest) =>
        group.MapMethods(pattern, methods, http => StaffEndpoints.HandleAsync(http, side, endpoint, handler, largest)).WithMetadata(endpoint).ExcludeFromDescription();
}
