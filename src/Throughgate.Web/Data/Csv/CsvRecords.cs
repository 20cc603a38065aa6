using System.Buffers;
using System.Text.Unicode;

namespace Throughgate.Web.Data.Csv;

/// <summary>What is wrong with a record as a whole, before anybody looks at its cells.</summary>
public enum CsvFault
{
    None,

    /// <summary>A quote opened at <see cref="CsvRecords.FaultLine"/> and never closed: nothing after it can be read.</summary>
    UnclosedQuote,

    /// <summary>A quote inside a cell that does not begin with one, or text after a closing quote.</summary>
    StrayQuote,
    NotUtf8,
    TooLong,
}

/// <summary>
/// RFC 4180 over bytes, a record at a time: line numbers are those of an editor, a byte that is not UTF-8 is found where it stands, and memory
/// stays at one record whatever the file holds (ADR 0007 says why not a library). A byte-order mark is skipped, blank lines too.
/// </summary>
public sealed class CsvRecords(Stream stream)
{
    /// <summary>A record longer than this is a fault, most often a quote that was never closed.</summary>
    public const int Longest = 1 << 20;

    private static readonly SearchValues<byte> Stops = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> QuotedStops = SearchValues.Create("\"\r\n"u8);

    private readonly byte[] _buffer = new byte[1 << 17];
    private readonly List<int> _ends = [];
    private byte[] _record = new byte[4096];
    private int _length;
    private int _position;
    private int _end;
    private int _line = 1;
    private bool _started;

    /// <summary>First physical line of the record, from 1.</summary>
    public int Line { get; private set; }

    public CsvFault Fault { get; private set; }

    public int FaultLine { get; private set; }

    /// <summary>The cell with the fault, from 0.</summary>
    public int FaultCell { get; private set; }

    /// <summary>Whether the stream holds nothing at all, or nothing but a byte-order mark.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Begins with the mark of UTF-16, as some spreadsheets save "Unicode text".</summary>
    public bool IsUtf16 { get; private set; }

    public long BytesRead { get; private set; }

    public int Count => _ends.Count;

    /// <summary>The cell's bytes; good until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> this[int cell]
    {
        get
        {
            var start = cell == 0 ? 0 : _ends[cell - 1] + 1;
            return _record.AsSpan(start, _ends[cell] - start);
        }
    }

    /// <summary>The next record, blank lines skipped. After a fault that nothing can be read behind, false.</summary>
    public bool Read()
    {
        if (!_started)
        {
            Start();
        }

        while (Fault is not (CsvFault.UnclosedQuote or CsvFault.TooLong) && Peek() >= 0)
        {
            Line = _line;
            Fault = CsvFault.None;
            _ends.Clear();
            _length = 0;
            var quoted = ReadCells();
            if (Fault == CsvFault.None && !quoted && Count == 1 && _ends[0] == 0)
            {
                continue;
            }

            if (Fault == CsvFault.None && !Utf8.IsValid(_record.AsSpan(0, _length)))
            {
                FindInvalid();
            }

            return true;
        }

        return false;
    }

    private void Start()
    {
        _started = true;
        Fill();
        var head = _buffer.AsSpan(0, _end);
        IsUtf16 = head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]);
        _position = head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;
        IsEmpty = Peek() < 0;
    }

    // Returns whether the first cell was quoted: "" on a line of its own is a cell, a blank line is not.
    private bool ReadCells()
    {
        var quoted = Peek() == '"';
        while (true)
        {
            var more = Peek() == '"' ? Quoted() : Unquoted();
            _ends.Add(_length);
            if (!more)
            {
                return quoted;
            }

            Append([0]);
        }
    }

    private bool Unquoted()
    {
        while (Peek() >= 0 && Fault == CsvFault.None)
        {
            var rest = _buffer.AsSpan(_position, _end - _position);
            var stop = rest.IndexOfAny(Stops);
            Append(stop < 0 ? rest : rest[..stop]);
            _position = stop < 0 ? _end : _position + stop;
            if (stop >= 0)
            {
                return After();
            }
        }

        return false;
    }

    private bool Quoted()
    {
        var opened = _line;
        _position++;
        while (Peek() >= 0 && Fault == CsvFault.None)
        {
            var rest = _buffer.AsSpan(_position, _end - _position);
            var stop = rest.IndexOfAny(QuotedStops);
            Append(stop < 0 ? rest : rest[..stop]);
            _position = stop < 0 ? _end : _position + stop;
            if (stop < 0)
            {
                continue;
            }

            var found = _buffer[_position++];
            if (found != '"')
            {
                Append([found]);
                if (found == '\r' && Peek() == '\n')
                {
                    _position++;
                    Append("\n"u8);
                }

                _line++;
            }
            else if (Peek() == '"')
            {
                _position++;
                Append("\""u8);
            }
            else
            {
                return Peek() >= 0 && After();
            }
        }

        (Fault, FaultLine, FaultCell) = (CsvFault.UnclosedQuote, opened, Count);
        return false;
    }

    // At the byte after a cell: true when another cell follows.
    private bool After()
    {
        switch (_buffer[_position])
        {
            case (byte)',':
                _position++;
                return true;
            case (byte)'\r' or (byte)'\n':
                EndLine();
                return false;
            default:
                (Fault, FaultLine, FaultCell) = (CsvFault.StrayQuote, _line, Count);
                while (Peek() >= 0 && _buffer[_position] is not ((byte)'\r' or (byte)'\n'))
                {
                    _position++;
                }

                if (Peek() >= 0)
                {
                    EndLine();
                }

                return false;
        }
    }

    private void EndLine()
    {
        if (_buffer[_position++] == '\r' && Peek() == '\n')
        {
            _position++;
        }

        _line++;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > Longest)
        {
            (Fault, FaultLine, FaultCell) = (CsvFault.TooLong, Line, Count);
            return;
        }

        if (_length + bytes.Length > _record.Length)
        {
            Array.Resize(ref _record, Math.Max(_record.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_record.AsSpan(_length));
        _length += bytes.Length;
    }

    private void FindInvalid()
    {
        for (var cell = 0; cell < Count; cell++)
        {
            if (!Utf8.IsValid(this[cell]))
            {
                (Fault, FaultLine, FaultCell) = (CsvFault.NotUtf8, Line, cell);
                return;
            }
        }
    }

    private int Peek()
    {
        if (_position == _end)
        {
            Fill();
        }

        return _position < _end ? _buffer[_position] : -1;
    }

    private void Fill()
    {
        _position = 0;
        _end = stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false);
        BytesRead += _end;
    }
}
