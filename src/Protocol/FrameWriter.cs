using System.Buffers.Binary;
using System.Text;

namespace Protocol;

/// <summary>Builds one frame: four bytes of length, then the payload. Little-endian throughout.</summary>
public sealed class FrameWriter
{
    private const int HeaderBytes = 4;

    private byte[] buffer = new byte[256];
    private int used = HeaderBytes;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Truth(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Integer(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

    public void Nonce(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    /// <summary>By its bits, so that the payload of a NaN and the sign of a zero survive.</summary>
    public void Number(double value) => Long(BitConverter.DoubleToInt64Bits(value));

    public void Numbers(ReadOnlySpan<double> values)
    {
        Integer(values.Length);
        foreach (var value in values) Number(value);
    }

    public void Bytes(ReadOnlySpan<byte> values)
    {
        Integer(values.Length);
        values.CopyTo(Room(values.Length));
    }

    /// <summary>Longer text is cut: what a student's exception says has no end otherwise.</summary>
    public void Text(string value)
    {
        var kept = value.Length <= Caps.TextCharacters ? value : string.Concat(value.AsSpan(0, Caps.TextCharacters - 1), "…");
        Bytes(Encoding.UTF8.GetBytes(kept));
    }

    public void List<T>(Sequence<T> items, Action<T> write)
    {
        Integer(items.Count);
        foreach (var item in items.AsSpan()) write(item);
    }

    /// <summary>The frame with its length in front. The writer must not be used afterwards.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer, used - HeaderBytes);
        return buffer.AsMemory(0, used);
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - used < count) Array.Resize(ref buffer, Math.Max(used + count, buffer.Length * 2));
        var room = buffer.AsSpan(used, count);
        used += count;
        return room;
    }
}
