using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Scanning;

/// <summary>
/// Where the parts of a DLL stand in its file (ECMA-335, II.25): its metadata, the bodies of its methods, and what would be machine
/// code. The framework's reader of such files takes longer to be made ready in each box than all of a look.
/// </summary>
/// <remarks>Holds a pointer: the file must stay where it is for as long as this is used. Nothing outside the file is read.</remarks>
internal sealed unsafe class ProgramFile
{
    private const int PlaceOfHeader = 0x3C;
    private const uint Mark = 0x4550; // "PE" and two zeros
    private const ushort Narrow = 0x10B;
    private const ushort Wide = 0x20B;
    private const int DirectoriesNarrow = 96;
    private const int DirectoriesWide = 112;
    private const int RuntimeDirectory = 14;
    private const int RuntimeHeaderBytes = 72;
    private const int DirectoryBytes = 8;

    private readonly byte* start;
    private readonly int length;
    private readonly Section[] sections;

    /// <param name="start">The first byte of the file.</param>
    /// <exception cref="BadImageFormatException">The headers are damaged.</exception>
    public ProgramFile(byte* start, int length)
    {
        this.start = start;
        this.length = length;
        var bytes = new BlobReader(start, length) { Offset = PlaceOfHeader };
        bytes.Offset = bytes.ReadInt32();
        if (bytes.ReadUInt32() != Mark) throw new BadImageFormatException("it has no header of a program");
        _ = bytes.ReadUInt16();
        var sectionCount = bytes.ReadUInt16();
        bytes.Offset += 12;
        int optionalBytes = bytes.ReadUInt16();
        _ = bytes.ReadUInt16();
        var optional = bytes.Offset;
        var directories = optional + bytes.ReadUInt16() switch
        {
            Narrow => DirectoriesNarrow,
            Wide => DirectoriesWide,
            _ => throw new BadImageFormatException("its header is of no known kind"),
        };
        bytes.Offset = directories;
        HasExports = Directory.Read(ref bytes).Size > 0;
        bytes.Offset = directories + (RuntimeDirectory * DirectoryBytes);
        var runtime = Directory.Read(ref bytes);
        bytes.Offset = optional + optionalBytes;
        sections = new Section[sectionCount];
        for (var index = 0; index < sections.Length; index++) sections[index] = Section.Read(ref bytes);
        if (SectionOf(runtime.Address) is { } section) ReadRuntimeHeader(section, runtime);
    }

    /// <summary>Whether the file says that .NET runs it, and where its metadata stands.</summary>
    public bool HasMetadata => MetadataBytes > 0;

    /// <summary>Whether it offers functions to native code.</summary>
    public bool HasExports { get; private set; }

    /// <summary>Whether it holds machine code beside .NET code.</summary>
    public bool HasMachineCode { get; private set; }

    private int MetadataPlace { get; set; }

    private int MetadataBytes { get; set; }

    /// <exception cref="BadImageFormatException">The metadata is damaged.</exception>
    public MetadataReader Metadata() => new(start + MetadataPlace, MetadataBytes);

    /// <param name="address">As the table of methods gives it.</param>
    /// <exception cref="BadImageFormatException">There is no body at that address, or it is damaged.</exception>
    public MethodBodyBlock Body(int address)
    {
        var section = SectionOf((uint)address) ?? throw new BadImageFormatException("a method in it has no body");
        var offset = (uint)address - section.Address;
        var size = Math.Min(section.Size, section.BytesInFile);
        if (offset >= size) throw new BadImageFormatException("a method in it has no body");
        return MethodBodyBlock.Create(Span((long)section.Place + offset, size - offset));
    }

    private void ReadRuntimeHeader(Section section, Directory place)
    {
        if (place.Size < RuntimeHeaderBytes || place.Size > section.Size - (place.Address - section.Address))
            throw new BadImageFormatException("the header for .NET in it does not fit");
        var bytes = Span(section.PlaceOf(place.Address), RuntimeHeaderBytes);
        bytes.Offset = 8;
        var metadata = Directory.Read(ref bytes);
        var flags = (CorFlags)bytes.ReadUInt32();
        bytes.Offset = 48;
        var (fixups, jumps, native) = (Directory.Read(ref bytes), Directory.Read(ref bytes), Directory.Read(ref bytes));
        HasMachineCode = (flags & CorFlags.ILOnly) == 0 || (flags & CorFlags.NativeEntryPoint) != 0 || native.Size > 0;
        HasExports |= fixups.Size > 0 || jumps.Size > 0;
        if (metadata.Size == 0 || SectionOf(metadata.Address) is not { } around || metadata.Size > around.Size - (metadata.Address - around.Address))
            throw new BadImageFormatException("its tables are not where its header says");
        var tables = Span(around.PlaceOf(metadata.Address), metadata.Size);
        (MetadataPlace, MetadataBytes) = ((int)(tables.StartPointer - start), tables.Length);
    }

    private Section? SectionOf(uint address)
    {
        foreach (var section in sections)
        {
            if (address >= section.Address && address - section.Address < section.Size) return section;
        }

        return null;
    }

    private BlobReader Span(long place, uint size) => place + size <= length
        ? new BlobReader(start + place, (int)size)
        : throw new BadImageFormatException("it ends too early");

    /// <summary>A part of the program in memory, and what of it stands in the file.</summary>
    private sealed record Section(uint Size, uint Address, uint BytesInFile, uint Place)
    {
        private const int NameBytes = 8;
        private const int RestBytes = 16;

        public static Section Read(ref BlobReader bytes)
        {
            bytes.Offset += NameBytes;
            var section = new Section(bytes.ReadUInt32(), bytes.ReadUInt32(), bytes.ReadUInt32(), bytes.ReadUInt32());
            bytes.Offset += RestBytes;
            return section;
        }

        public long PlaceOf(uint address) => (long)Place + (address - Address);
    }

    private readonly record struct Directory(uint Address, uint Size)
    {
        public static Directory Read(ref BlobReader bytes) => new(bytes.ReadUInt32(), bytes.ReadUInt32());
    }
}
