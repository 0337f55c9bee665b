using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ProvincialPortal.Roads;

/// <summary>Opens AES-encrypted ZIP files (AE-2, 256 bit) as 7-Zip does; written from the format, not from the sender's code.</summary>
internal static class AesZipReader
{
    /// <summary>The files by name; null when the password is wrong or a file was changed.</summary>
    public static Dictionary<string, byte[]>? Open(byte[] archive, string password)
    {
        var end = archive.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0) return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(end + 10));
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 16));
        var files = new Dictionary<string, byte[]>();
        for (var i = 0; i < count; i++)
        {
            var entry = archive.AsSpan(at);
            var (packed, size, name, extra, comment) = ((int)BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]), (int)BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]), BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]), BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]), BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]));
            var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
            var head = archive.AsSpan(local);
            var data = local + 30 + BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            if (Decrypt(archive.AsSpan(data, packed), password) is not { } plain) return null;
            var content = new byte[size];
            using (var inflate = new DeflateStream(new MemoryStream(plain), CompressionMode.Decompress)) inflate.ReadExactly(content);
            files[Encoding.UTF8.GetString(entry.Slice(46, name))] = content;
            at += 46 + name + extra + comment;
        }

        return files;
    }

    private static byte[]? Decrypt(ReadOnlySpan<byte> packed, string password)
    {
#pragma warning disable CA5350, CA5379, CA5387 // What the archive's form prescribes.
        var keys = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), packed[..16], 1000, HashAlgorithmName.SHA1, 66);
        var body = packed[18..^10];
        if (!packed[16..18].SequenceEqual(keys.AsSpan(64)) || !HMACSHA1.HashData(keys.AsSpan(32, 32), body)[..10].AsSpan().SequenceEqual(packed[^10..])) return null;
#pragma warning restore CA5350, CA5379, CA5387
        using var aes = Aes.Create();
        aes.Key = keys[..32];
        var plain = body.ToArray();
        for (var block = 0; block * 16 < plain.Length; block++)
        {
            var counter = new byte[16];
            BinaryPrimitives.WriteUInt32LittleEndian(counter, (uint)(block + 1));
            var pad = aes.EncryptEcb(counter, PaddingMode.None);
            for (var i = 0; i < 16 && block * 16 + i < plain.Length; i++) plain[block * 16 + i] ^= pad[i];
        }

        return plain;
    }
}
