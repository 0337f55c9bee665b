using Microsoft.EntityFrameworkCore;

namespace CreditKit.Benchmarks.Column.Rival;

/// <summary>The rival's data: one table, an index on what it is ordered and filtered by.</summary>
public sealed class RivalContext(DbContextOptions<RivalContext> options) : DbContext(options)
{
    public DbSet<RivalRecord> Records => Set<RivalRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RivalRecord>().HasIndex(r => r.DecisionDate);
        modelBuilder.Entity<RivalRecord>().HasIndex(r => r.AuthorityName);
    }
}
