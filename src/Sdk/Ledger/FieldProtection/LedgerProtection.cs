using CreditKit.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace CreditKit.Ledger;

/// <summary>
/// Ties a ledger to its keys: the scheme it was made with, its own data key, and a keyed hash that only the right keys
/// give. A wrong key file is told at the opening, not at the first record somebody needs.
/// </summary>
internal static class LedgerProtection
{
    /// <summary>Checks the keys against the ledger, or writes down what later openings check; loads the ledger's own data key.</summary>
    public static void Attach(SqliteConnection connection, SqliteTransaction transaction, RecordCipher cipher)
    {
        var probe = cipher.Index("protection", "creditkit");
        if (Value(connection, transaction, "scheme") is not { } scheme)
        {
            // A ledger of an earlier version: its first record tells whether the keys are its keys.
            if (Sql.Scalar(connection, transaction, "SELECT data_key FROM record WHERE data_key IS NOT NULL LIMIT 1") is byte[] first) cipher.Unwrap(first);
            var own = cipher.NewDataKey();
            Put(connection, transaction, "scheme", cipher.Protector.Scheme, null);
            Put(connection, transaction, "hash", Convert.ToHexString(probe), null);
            Put(connection, transaction, "own", "", own.Wrap());
            cipher.Load(own);
            return;
        }

        if (scheme != cipher.Protector.Scheme)
            throw new CreditKitException("CK1306", $"台账用“{scheme}”方式加密，而现在配置的是“{cipher.Protector.Scheme}”。", "请恢复原来的加密方式（FieldProtector 设置或加密模块）；更换方式须另建台账并重新导入。");
        cipher.Load(cipher.Unwrap((byte[])Sql.Scalar(connection, transaction, "SELECT data_key FROM protection WHERE name = 'own'")!));
        if (Value(connection, transaction, "hash") != Convert.ToHexString(probe))
            throw new CreditKitException("CK1304", "密钥文件不属于这份台账：散列密钥不符。", "请用与台账一同备份的密钥文件。");
    }

    private static string? Value(SqliteConnection connection, SqliteTransaction transaction, string name) =>
        Sql.Scalar(connection, transaction, "SELECT value FROM protection WHERE name = @name", ("@name", name)) as string;

    private static void Put(SqliteConnection connection, SqliteTransaction transaction, string name, string value, byte[]? key) =>
        Sql.Run(connection, transaction, "INSERT INTO protection (name, value, data_key) VALUES (@name, @value, @key)", ("@name", name), ("@value", value), ("@key", key));
}
