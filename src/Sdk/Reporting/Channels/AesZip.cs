using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// Writes a ZIP whose files are encrypted with AES-256 in the form that 7-Zip, WinRAR and WinZip open with a password
/// (AE-2). Small archives only: each file is held in memory.
/// </summary>
internal sealed class AesZip(Stream target, string password, DateTimeOffset stamp) : IDisposable
{
    private const int SaltLength = 16, KeyLength = 32, CodeLength = 10, Iterations = 1000;
    private readonly List<(byte[] Name, int Size, int Packed, long Offset)> _entries = [];

    /// <summary>Adds a file.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var packed = Encrypt(Deflate(content));
        var entry = (Encoding.UTF8.GetBytes(name), content.Length, packed.Length, target.Position);
        Write(Header(entry, central: false));
        Write(packed);
        _entries.Add(entry);
    }

    /// <summary>Writes the directory.</summary>
    public void Dispose()
    {
        var start = target.Position;
        foreach (var entry in _entries) Write(Header(entry, central: true));
        var size = target.Position - start;
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        Write(end);
    }

    private byte[] Header((byte[] Name, int Size, int Packed, long Offset) entry, bool central)
    {
        var fixedLength = central ? 46 : 30;
        var header = new byte[fixedLength + entry.Name.Length + 11];
        var span = header.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(span, central ? 0x02014b50u : 0x04034b50u);
        var at = central ? 6 : 4;
        if (central) BinaryPrimitives.WriteUInt16LittleEndian(span[4..], 51);
        BinaryPrimitives.WriteUInt16LittleEndian(span[at..], 51);

        // Encrypted, with a name in UTF-8; method 99 stands for AES, the real one is in the extra field.
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 2)..], 0x0801);
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 4)..], 99);
        var local = stamp.ToOffset(TimeSpan.FromHours(8));
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 6)..], (ushort)((local.Hour << 11) | (local.Minute << 5) | (local.Second / 2)));
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 8)..], (ushort)(((local.Year - 1980) << 9) | (local.Month << 5) | local.Day));
        BinaryPrimitives.WriteUInt32LittleEndian(span[(at + 14)..], (uint)entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(span[(at + 18)..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 22)..], (ushort)entry.Name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 24)..], 11);
        if (central) BinaryPrimitives.WriteUInt32LittleEndian(span[42..], (uint)entry.Offset);
        entry.Name.CopyTo(span[fixedLength..]);
        ReadOnlySpan<byte> extra = [0x01, 0x99, 7, 0, 2, 0, (byte)'A', (byte)'E', 3, 8, 0];
        extra.CopyTo(span[(fixedLength + entry.Name.Length)..]);
        return header;
    }

#pragma warning disable CA5350, CA5379, CA5387 // The archive's form prescribes SHA-1 and 1,000 rounds; the password is a long random one, which is asked for at start.
    private byte[] Encrypt(byte[] content)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var keys = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA1, KeyLength * 2 + 2);
        Cipher(content, keys.AsSpan(0, KeyLength));
        var code = HMACSHA1.HashData(keys.AsSpan(KeyLength, KeyLength), content);
        return [.. salt, .. keys.AsSpan(KeyLength * 2), .. content, .. code.AsSpan(0, CodeLength)];
    }
#pragma warning restore CA5350, CA5379, CA5387

    // Counter mode, little endian, from 1: what the archive's form prescribes and the framework does not have.
    private static void Cipher(Span<byte> content, ReadOnlySpan<byte> key)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        Span<byte> counter = stackalloc byte[16], pad = stackalloc byte[16];
        counter.Clear();
        for (var at = 0; at < content.Length; at += 16)
        {
            BinaryPrimitives.WriteInt64LittleEndian(counter, at / 16 + 1);
            aes.EncryptEcb(counter, pad, PaddingMode.None);
            for (var i = 0; i < 16 && at + i < content.Length; i++) content[at + i] ^= pad[i];
        }
    }

    private static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    private void Write(ReadOnlySpan<byte> bytes) => target.Write(bytes);
}
