namespace CreditKit.Ledger.Sqlite;

/// <summary>What the HTTP intake answered under an idempotency key, so that a repeated call gets the same answer.</summary>
internal sealed class IntakeCallTable(LedgerDatabase database)
{
    private const string Place = "intake-call";

    /// <summary>The answer given before under this key; <c>SameBody</c> says whether the call was the same.</summary>
    public (bool SameBody, string Answer)? Find(string client, string key, ReadOnlySpan<byte> body)
    {
        var sent = database.Cipher.Index(body);
        return database.Read<(bool, string)?>(connection =>
        {
            using var command = Sql.Command(connection, null, "SELECT body_hash, answer FROM intake_call WHERE call_hash = @call", ("@call", Hash(client, key)));
            using var reader = command.ExecuteReader();
            return reader.Read() ? (sent.AsSpan().SequenceEqual((byte[])reader.GetValue(0)), database.Cipher.Open((byte[])reader.GetValue(1), Place)) : null;
        });
    }

    /// <summary>Keeps an answer, and forgets those older than <paramref name="keepFor"/>.</summary>
    public void Keep(string client, string key, byte[] body, string answer, TimeSpan keepFor) => database.Write((connection, transaction) =>
    {
        Sql.Run(connection, transaction, "DELETE FROM intake_call WHERE at < @before", ("@before", database.Now - (long)keepFor.TotalMilliseconds));
        return Sql.Run(connection, transaction, "INSERT INTO intake_call (call_hash, body_hash, answer, at) VALUES (@call, @body, @answer, @at) ON CONFLICT (call_hash) DO NOTHING",
            ("@call", Hash(client, key)), ("@body", database.Cipher.Index(body)), ("@answer", database.Cipher.Seal(answer, Place)), ("@at", database.Now));
    });

    private byte[] Hash(string client, string key) => database.Cipher.Index(Place, client + "\n" + key);
}
