using System.Buffers.Binary;
using System.Text;

namespace Protocol;

/// <summary>
/// Reads the payload of one frame. Whatever the bytes are, it ends with a value or with <see cref="MalformedFrameException"/>,
/// and sets aside no more memory than the frame itself warrants.
/// </summary>
public ref struct FrameReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> rest = payload;

    public delegate T Reading<T>(ref FrameReader reader);

    public byte Byte() => Take(1)[0];

    public bool Truth() => Byte() switch
    {
        0 => false,
        1 => true,
        var value => throw new MalformedFrameException($"{value} is no truth value."),
    };

    public int Integer() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ulong Nonce() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public double Number() => BitConverter.Int64BitsToDouble(Long());

    public Sequence<double> Numbers()
    {
        var values = new double[Count(bytesEach: 8)];
        foreach (ref var value in values.AsSpan()) value = Number();
        return Protocol.Sequence.Adopt(values);
    }

    public Sequence<byte> Bytes()
    {
        var count = Count(bytesEach: 1);
        return Protocol.Sequence.Of(Take(count));
    }

    public string Text()
    {
        var bytes = Take(Count(bytesEach: 1));
        var text = Encoding.UTF8.GetString(bytes);
        return text.Length <= Caps.TextCharacters ? text : throw new MalformedFrameException("A text is longer than the protocol allows.");
    }

    public Sequence<T> List<T>(Reading<T> read)
    {
        var count = Count(bytesEach: 1);
        if (count > Caps.Items) throw new MalformedFrameException($"A list of {count} items is longer than the protocol allows.");
        var items = new T[count];
        for (var index = 0; index < items.Length; index++) items[index] = read(ref this);
        return Protocol.Sequence.Adopt(items);
    }

    public T Choice<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), (int)Byte());
        return Enum.IsDefined(value) ? value : throw new MalformedFrameException($"{value} is no {typeof(T).Name}.");
    }

    public readonly void End()
    {
        if (!rest.IsEmpty) throw new MalformedFrameException($"{rest.Length} bytes stand after the end of the message.");
    }

    private int Count(int bytesEach)
    {
        var count = Integer();
        if (count < 0 || count > rest.Length / bytesEach) throw new MalformedFrameException($"A list of {count} items does not fit its frame.");
        return count;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length) throw new MalformedFrameException("The frame ends too early.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
