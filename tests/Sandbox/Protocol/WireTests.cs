using FsCheck;
using FsCheck.Fluent;
using Protocol;

namespace Sandbox.Tests.Protocol;

/// <summary>Whatever is written is read back; whatever else is read ends with a malformed frame and nothing worse.</summary>
public sealed class WireTests
{
    private static readonly Gen<double> Doubles = Gen.Choose(int.MinValue, int.MaxValue).Two().Select(pair =>
        BitConverter.Int64BitsToDouble(((long)pair.Item1 << 32) | (uint)pair.Item2));

    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Clean(text.Get));
    private static readonly Gen<Sequence<double>> Entries = Doubles.ArrayOf().Select(Sequence.Adopt);
    private static readonly Gen<Sequence<string>> Words = Texts.ArrayOf().Select(Sequence.Adopt);
    private static readonly Gen<ActivationName> Activations = Gen.Elements(Enum.GetValues<ActivationName>());

    private static readonly Gen<Datum.Matrix> Matrices =
        from rows in Gen.Choose(0, 4)
        from columns in Gen.Choose(0, 4)
        from entries in Doubles.ArrayOf(rows * columns)
        select new Datum.Matrix(rows, columns, Sequence.Adopt(entries));

    private static readonly Gen<Datum> Leaves = Gen.OneOf(
        Gen.Constant<Datum>(new Datum.Null()),
        Doubles.Select(value => (Datum)new Datum.Number(value)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (Datum)new Datum.Integer((long)value << 20)),
        Gen.Elements(true, false).Select(value => (Datum)new Datum.Truth(value)),
        Texts.Select(value => (Datum)new Datum.Text(value)),
        Entries.Select(entries => (Datum)new Datum.Vector(entries)),
        Matrices.Select(matrix => (Datum)matrix),
        Gen.OneOf(Entries.Select(row => (Sequence<double>?)row), Gen.Constant<Sequence<double>?>(null)).ArrayOf().Select(rows => (Datum)new Datum.Rows(Sequence.Adopt(rows))),
        Activations.Select(name => (Datum)new Datum.ScalarFunction(name, 1)),
        from matrix in Matrices
        from offset in Entries
        from name in Activations
        from bare in Gen.Elements(true, false)
        select (Datum)new Datum.VectorMap(bare ? null : matrix, bare ? null : offset, name, !bare),
        Texts.Two().Select(pair => (Datum)new Datum.Other(pair.Item1, pair.Item2)));

    private static readonly Gen<Datum> Data = Gen.OneOf(
        Leaves,
        Texts.Zip(Leaves).Select(pair => new Cell(pair.Item1, pair.Item2)).ArrayOf().Select(cells => (Datum)new Datum.Cells(Sequence.Adopt(cells))));

    private static readonly Gen<MethodSignature> Signatures =
        from words in Texts.ArrayOf(5)
        from names in Words
        from flags in Gen.Elements(true, false).ArrayOf(4)
        select new MethodSignature(words[0], words[1], [new ParameterSignature(words[2], words[3], flags[0])], words[4], names, flags[1], flags[2], flags[3]);

    private static readonly Gen<Request> Requests = Gen.OneOf(
        ArbMap.Default.GeneratorFor<byte[]>().Two().Select(pair => (Request)new Request.Load(Sequence.Adopt(pair.Item1), Sequence.Adopt(pair.Item2))),
        ArbMap.Default.GeneratorFor<byte[]>().Select(filter => (Request)new Request.Seal(Sequence.Adopt(filter), filter.Length > 3)),
        Data.ArrayOf().Select(arguments => (Request)new Request.Call(ulong.MaxValue - 5, 3, Sequence.Adopt(arguments))));

    private static readonly Gen<Reply> Replies = Gen.OneOf(
        Gen.Constant<Reply>(new Reply.Ready(Caps.Version, 17)),
        Gen.Constant<Reply>(new Reply.Sealed()),
        Texts.Select(text => (Reply)new Reply.SealFailed(text)),
        Signatures.ArrayOf().Zip(Words).Select(pair => (Reply)new Reply.Loaded(Sequence.Adopt(pair.Item1), ".NETCoreApp", pair.Item2)),
        Gen.Elements(Enum.GetValues<LoadFailure>()).Zip(Texts).Select(pair => (Reply)new Reply.LoadFailed(pair.Item1, pair.Item2)),
        Data.Two().Select(pair => (Reply)new Reply.Returned(7, pair.Item1, [new ChangedArgument(2, pair.Item2)])),
        Texts.Two().Zip(Words).Select(triple => (Reply)new Reply.Threw(8, triple.Item1.Item1, triple.Item1.Item2, triple.Item2)),
        Texts.Select(text => (Reply)new Reply.NotCallable(9, text)));

    [Test]
    public void Request_WrittenAndRead_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Requests.ToArbitrary(), request => Wire.ReadRequest(Payload(Wire.Frame(request))).Equals(request)));

    [Test]
    public void Reply_WrittenAndRead_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Replies.ToArbitrary(), reply => Wire.ReadReply(Payload(Wire.Frame(reply))).Equals(reply)));

    [Test]
    public void Reply_CutShort_IsMalformed() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Replies.ToArbitrary(), reply =>
        {
            var payload = Payload(Wire.Frame(reply));
            for (var length = 0; length < payload.Length; length++)
            {
                var cut = payload[..length];
                if (!IsMalformed(cut)) return false;
            }

            return IsMalformed([.. payload, 0]);
        }));

    [Test]
    public void Reply_WithChangedBytes_IsReadOrMalformed() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
            Replies.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(),
            pair =>
            {
                var payload = Payload(Wire.Frame(pair.Item1));
                var random = new Random(pair.Item2);
                for (var count = 0; count < 3; count++) payload[random.Next(payload.Length)] = (byte)random.Next(256);
                _ = IsMalformed(payload);
            }));

    [Test]
    public void Number_KeepsEveryBit()
    {
        foreach (var bits in (IEnumerable<long>)[0x7ff8_0000_0000_1234, unchecked((long)0xfff0_dead_beef_0001), long.MinValue, 1])
        {
            var reply = (Reply.Returned)Wire.ReadReply(Payload(Wire.Frame(new Reply.Returned(1, new Datum.Number(BitConverter.Int64BitsToDouble(bits)), []))));
            Assert.That(BitConverter.DoubleToInt64Bits(((Datum.Number)reply.Value).Value), Is.EqualTo(bits));
        }
    }

    [TestCase("13 0000000000000000 05 ffffffff", TestName = "a vector with a negative length")]
    [TestCase("13 0000000000000000 05 ffffff7f", TestName = "a vector with two thousand million numbers")]
    [TestCase("13 0000000000000000 06 ffff0000 ffff0000 00000000", TestName = "a matrix whose size overflows")]
    [TestCase("13 0000000000000000 07 00e1f505", TestName = "a hundred million rows")]
    [TestCase("13 0000000000000000 63", TestName = "an unknown kind of datum")]
    [TestCase("13 0000000000000000 03 02 00000000", TestName = "a truth that is neither")]
    [TestCase("12 63 00000000", TestName = "an unknown failure")]
    [TestCase("63", TestName = "an unknown reply")]
    [TestCase("", TestName = "nothing")]
    public void Reply_Forged_IsMalformed(string bytes) => Assert.That(IsMalformed(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))));

    [Test]
    public void Reply_WithCellsInCellsInCells_IsMalformed()
    {
        // One cell with an empty name, a hundred thousand times: read without a limit, it would overflow the grader's stack.
        var cells = Enumerable.Repeat<byte[]>([8, 1, 0, 0, 0, 0, 0, 0, 0], 100_000).SelectMany(cell => cell);
        Assert.That(IsMalformed([0x13, .. new byte[8], .. cells, 0, 0, 0, 0, 0]));
    }

    [Test]
    public void Text_BeyondTheCap_IsCut()
    {
        var reply = (Reply.NotCallable)Wire.ReadReply(Payload(Wire.Frame(new Reply.NotCallable(1, new string('x', 100_000)))));
        Assert.That(reply.Detail, Has.Length.EqualTo(Caps.TextCharacters).And.EndsWith("…"));
    }

    private static byte[] Payload(ReadOnlyMemory<byte> frame) => frame[4..].ToArray();

    private static bool IsMalformed(byte[] payload)
    {
        try
        {
            _ = Wire.ReadReply(payload);
            return false;
        }
        catch (MalformedFrameException)
        {
            return true;
        }
    }

    // Halves of surrogate pairs do not survive UTF-8, and need not.
    private static string Clean(string text) => string.Concat(text.Where(letter => !char.IsSurrogate(letter)));
}
